# Completion of annex for bash. The program says what may stand under the cursor; no word of a repository is expanded or run.
_annex() {
  local -a words=()
  local word line last=
  # bash takes "--document=annex-1" for three words: they are put together again.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if ((${#words[@]})) && [[ $word == = || $last == = ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    last=$word
  done
  local current=${words[${#words[@]} - 1]}
  local behind=${current##*=}
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$behind")
        return
        ;;
      :folders)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$behind")
        return
        ;;
    esac
    word=${line%%$'\t'*}
    # What stands before "=" is on the line already.
    [[ $current == *=* ]] && word=${word#"${current%"$behind"}"}
    COMPREPLY+=("$word")
  done < <(command annex --complete "${words[@]}" 2>/dev/null)
  # Another word follows "denominator-date=" without a space.
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _annex annex
