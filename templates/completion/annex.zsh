#compdef annex
# Completion of annex for zsh. annex answers which words fit at the cursor; no name in a repository is expanded or run.
_annex() {
  local line
  local -a found shown
  for line in "${(@f)$(command annex --complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      :files) _files; return ;;
      :folders) _files -/; return ;;
      '') continue ;;
    esac
    found+=("${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  compadd -l -d shown -- "${found[@]}"
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _annex "$@"
else
  compdef _annex annex
fi
