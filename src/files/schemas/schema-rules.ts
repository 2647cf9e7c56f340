import { pagesOf, type RulePage, SCHEMA_RULE_IDS } from '../../treaty/index.ts'

const LIST = 'document: list\ntitle: {en: List}\nentries: []\n'
const good = { yaml: LIST }

const entry = (rest: string) =>
  `document: list\ntitle: {en: List}\nentries:\n  - id: one\n    text: {title: {en: One}}\n${rest}`

/** The pages of the rules on the bytes of a file, its YAML, its schema and its name. */
export const SCHEMA_RULE_PAGES: readonly RulePage[] = pagesOf(SCHEMA_RULE_IDS, {
  'schema/binary': {
    level: 'error',
    title: 'A file is text',
    why: 'A file with a zero byte is damaged, or of another kind.',
    good,
    bad: { yaml: 'document: li\0st\n', line: 1, column: 13 },
  },
  'schema/not-utf-8': {
    level: 'error',
    title: 'A file is UTF-8',
    why: 'In another encoding, programs would read other characters.',
  },
  'schema/too-long': {
    level: 'error',
    title: 'A file is no longer than 64 MiB',
    why: 'No annex is that long: the file is a mistake, or an attack on the program.',
  },
  'schema/too-deep': {
    level: 'error',
    title: 'Collections are nested at most 64 levels deep',
    why: 'No file needs more levels: a bracket is missing, or the file is an attack on the program.',
    good,
    bad: { yaml: '['.repeat(70), line: 1, column: 65 },
  },
  'schema/empty': {
    level: 'error',
    title: 'A file is not empty',
    why: 'An empty file under annexes/ has probably lost its content.',
    good,
    bad: { yaml: '# nothing yet\n', line: 1, column: 1 },
  },
  'schema/conflict-marker': {
    level: 'error',
    title: 'A file has no conflict markers',
    why: 'A merge left both versions in the file, and nobody has chosen yet: committed like this, the file cannot be read.',
    good,
    bad: {
      yaml: 'document: list\n<<<<<<< ours\ntitle: {en: List}\n=======\ntitle: {en: Annex}\n>>>>>>> theirs\nentries: []\n',
      line: 2,
      column: 1,
    },
  },
  'schema/yaml': {
    level: 'error',
    title: 'A file is valid YAML 1.2',
    why: 'Programs read invalid YAML in different ways, or not at all.',
    good,
    bad: { yaml: 'document: list\ntitle:\n\ten: List\nentries: []\n', line: 3, column: 1 },
  },
  'schema/character': {
    level: 'error',
    title: 'A file has only characters that all programs read alike',
    why: 'A carriage return, U+0085, U+2028 and U+2029 end a line for some programs: what follows in a comment is data for them. Control characters are not visible, and YAML does not allow them.',
    good,
    bad: { yaml: 'document: list\ntitle: {en: List}\nentries: [] # none\u2028- id: one\n', line: 3, column: 19 },
  },
  'schema/csv': {
    level: 'error',
    title: 'A CSV list of Parties is valid CSV',
    why: 'After an unclosed quotation mark, all rows would be read as one field.',
  },
  'schema/several-documents': {
    level: 'error',
    title: 'A file contains one YAML document',
    why: 'Most programs do not read what follows a line ---. Only scenario files can contain several documents.',
    good,
    bad: { yaml: `${LIST}---\n${LIST}`, line: 4, column: 1 },
  },
  'schema/duplicate-key': {
    level: 'error',
    title: 'Keys are unique in a mapping',
    why: 'Where a key has two values, programs differ in the one they take.',
    good,
    bad: { yaml: `${LIST}document: other\n`, line: 4, column: 1 },
  },
  'schema/key-not-a-string': {
    level: 'error',
    title: 'A key is a string',
    why: 'YAML allows lists and mappings as keys; no file of this program has them.',
    good,
    bad: { yaml: `${LIST}? [a]\n: b\n`, line: 4, column: 3 },
  },
  'schema/alias': {
    level: 'error',
    title: 'Anchors and aliases are not used',
    why: 'A value that is written once and used twice changes in two places with one edit, and a diff shows only one of them.',
    good,
    bad: { yaml: 'document: list\ntitle: &title {en: List}\nentries: []\n', line: 2, column: 15 },
  },
  'schema/unknown-tag': {
    level: 'error',
    title: 'Tags are not used',
    why: 'A tag makes a program convert the value into something else.',
    good,
    bad: { yaml: 'document: !other list\ntitle: {en: List}\nentries: []\n', line: 1, column: 11 },
  },
  'schema/missing-key': {
    level: 'error',
    title: 'Required keys are present',
    why: 'The schema names the keys that each kind of file needs.',
    good,
    bad: { yaml: 'document: list\nentries: []\n', line: 1, column: 1 },
  },
  'schema/unknown-key': {
    level: 'error',
    title: 'All keys are known',
    why: 'A key that no program reads is probably misspelt, and its value has no effect.',
    good: { yaml: entry('    note: A remark.\n') },
    bad: { yaml: entry('    notes: A remark.\n'), line: 6, column: 5 },
  },
  'schema/wrong-type': {
    level: 'error',
    title: 'A value has the required type',
    why: 'YAML reads a number without quotes as a quantity: 15 and 15.0 are equal, "15" and "15.0" are not.',
    good: { yaml: entry('    number: "15"\n') },
    bad: { yaml: entry('    number: 15\n'), line: 6, column: 13 },
  },
  'schema/form': {
    level: 'error',
    title: 'A value has the required form',
    why: 'Ids, numbers, codes and languages have forms that are safe in paths, branches and links.',
    good: { yaml: entry('    number: "15 bis"\n') },
    bad: { yaml: entry('    number: "no. 15"\n'), line: 6, column: 13 },
  },
  'schema/day': {
    level: 'error',
    title: 'A date exists in the calendar, and its year is one of 1900 to 2999',
    why: 'Periods are counted from it. It has a year, a month and a day. A year far away is a slip, and would end or begin a period that nobody meant.',
    good: { yaml: entry('    facts: {inForce: 2024-02-29}\n') },
    bad: { yaml: entry('    facts: {inForce: 2021-02-29}\n'), line: 6, column: 22 },
  },
  'schema/value': {
    level: 'error',
    title: 'A value is one of those allowed',
    why: 'Where the law has a fixed set of terms, the data uses one of them.',
    good: { yaml: entry('    facts: {scope: regional}\n') },
    bad: { yaml: entry('    facts: {scope: local}\n'), line: 6, column: 20 },
  },
  'schema/nothing-in-it': {
    level: 'error',
    title: 'A value is not empty',
    why: 'An empty list or text says no more than a missing key, and looks as if something was lost.',
    good,
    bad: { yaml: 'document: list\ntitle: {}\nentries: []\n', line: 2, column: 8 },
  },
  'schema/item-twice': {
    level: 'error',
    title: 'A list has no duplicates',
    why: 'A code or an id that occurs twice was probably meant to be another one.',
    good: { yaml: entry('    formerly: [two, three]\n') },
    bad: { yaml: entry('    formerly: [two, two]\n'), line: 6, column: 15 },
  },
  'schema/invalid': {
    level: 'error',
    title: 'A file is valid by its schema',
    why: 'The schema requires something that no other rule here is about. The hint names the place in the schema.',
  },
  'schema/missing': {
    level: 'error',
    title: 'A required file exists',
    why: 'A document or a proposal that something refers to has its file, maybe on another branch. A register of Parties requires the three documents of the Convention, and events require their proposal.',
  },
  'schema/unexpected-file': {
    level: 'error',
    title: 'A file under annexes/ is in the folder of its kind',
    why: 'An event in a misspelt folder, or a document in a folder of its own, looks recorded and has no effect. Files that are neither YAML nor JSON are allowed, and files whose names begin with a dot.',
  },
  'schema/file-name': {
    level: 'error',
    title: 'The path of a document or a proposal agrees with its content, and exists on all systems',
    why: 'Files are found by their paths. Where the content names another document, a change to one would be made to the other. On Windows no file can be called aux, con, nul, prn, com1 or lpt1.',
  },
  'schema/event-file-name': {
    level: 'warning',
    title: 'The name of an event’s file agrees with its content',
    why: 'The content counts, but people read the day, the kind and the Party in the list of files. Where they differ, one of them is a mistake.',
  },
})
