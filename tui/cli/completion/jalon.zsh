#compdef jalon
# Completion of jalon in zsh; made by `jalon completion zsh`.
_jalon() {
    local line word
    local -a whole shown begun begun_shown
    while IFS= read -r line; do
        word="${line%%$'\t'*}"
        [[ "$line" == *$'\t'* ]] && line="$word  -- ${line#*$'\t'}"
        if [[ "$word" == *[/:=] ]]; then
            begun+=("$word") begun_shown+=("$line")
        else
            whole+=("$word") shown+=("$line")
        fi
    done < <(command "${words[1]}" --complete zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    (( $#whole )) && compadd -l -d shown -- "${whole[@]}"
    (( $#begun )) && compadd -l -S '' -d begun_shown -- "${begun[@]}"
}
if [[ "$funcstack[1]" == _jalon ]]; then
    _jalon "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
    compdef _jalon jalon
fi
