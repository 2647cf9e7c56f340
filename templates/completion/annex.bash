# Completion of annex for bash. annex answers which words fit at the cursor; no name in a repository is expanded or run.
_annex() {
  local -a words=()
  local word line last=
  # bash splits "--document=annex-1" into three words: join them again.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if ((${#words[@]})) && [[ $word == = || $last == = ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    last=$word
  done
  local current=${words[${#words[@]} - 1]}
  local value=${current##*=}
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$value")
        return
        ;;
      :folders)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$value")
        return
        ;;
    esac
    word=${line%%$'\t'*}
    # The part up to "=" is already on the line.
    [[ $current == *=* ]] && word=${word#"${current%"$value"}"}
    COMPREPLY+=("$word")
  done < <(command annex --complete "${words[@]}" 2>/dev/null)
  # No space after "denominator-date=": its option follows.
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _annex annex
