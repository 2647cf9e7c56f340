// By what a message is graded: clear, concise, actionable, each by what can be counted.

/** Words of programmers, that say nothing to who keeps a treaty. */
const JARGON =
  /\b(?:invalid|null|undefined|NaN|exception|errno|ENOENT|stderr|stdout|parse[dr]?|parsing|boolean|string|array|integer|regex|callback|async|instance|payload|schema violation|failed to|unable to|oops|please)\b/i

/** A hint begins with what to do, with the command to run, or says that nothing is to be done. */
const BEGINS =
  /^(?:(?:add|answer|ask|bring|check|choose|commit|compare|complete|correct|declare|define|draft|edit|fetch|file|fill|finish|give|go|hold|install|keep|leave|let|look|make|mend|merge|move|name|object|open|propose|put|read|record|remove|reopen|resolve|restore|run|say|see|set|shorten|sign|store|switch|take|try|type|undo|use|wait|work|write)\b|annex |to verify|known (?:and accepted|to the editors))/i

/** Characters at most, of what stands in the sources; what is filled in is the user's own. */
export const LONGEST = { message: 150, hint: 150 }

const own = (text) => text.replaceAll(/‹[^›]*›/g, '')

/** @returns {{clear: boolean, concise: boolean, actionable: boolean}} */
export function gradeOf({ kind, message, hint }) {
  const isSentence = kind === 'stop' ? !/[.!]$/.test(message) : /^[\p{Lu}\p{N}"‹]/u.test(message)
  return {
    clear: isSentence && !JARGON.test(own(message)) && !JARGON.test(own(hint)),
    concise:
      own(message).length <= LONGEST.message && own(hint).length <= LONGEST.hint && !/[\n\r]/.test(message + hint),
    actionable: BEGINS.test(hint),
  }
}
