# Completion of annex for fish. annex answers which words fit at the cursor; no name in a repository is expanded or run.
function __annex_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (command annex --complete $words[2..-1] "$current" 2>/dev/null)
    switch "$lines"
        case ':files'
            __fish_complete_path "$current"
        case ':folders'
            __fish_complete_directories "$current"
        case '*'
            printf '%s\n' $lines
    end
end
complete -c annex -f -a '(__annex_complete)'
