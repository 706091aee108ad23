# Completion of jalon in fish; made by `jalon completion fish`.
function __jalon_complete
    set -l words (commandline -opc)
    command $words[1] --complete fish $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c jalon -f -a '(__jalon_complete)'
