import { pagesOf, type RulePage, SCHEMA_RULE_IDS } from '../../treaty/index.ts'

const LIST = 'document: list\ntitle: {en: List}\nentries: []\n'
const good = { yaml: LIST }

const entry = (rest: string) =>
  `document: list\ntitle: {en: List}\nentries:\n  - id: one\n    text: {title: {en: One}}\n${rest}`

/** The page of every rule that a file's bytes, its YAML and its schema are held against. */
export const SCHEMA_RULE_PAGES: readonly RulePage[] = pagesOf(SCHEMA_RULE_IDS, {
  'schema/binary': {
    level: 'error',
    title: 'A file is text',
    why: 'A zero byte stands in no text: the file was damaged, or is none of ours.',
    good,
    bad: { yaml: 'document: li\0st\n', line: 1, column: 13 },
  },
  'schema/not-utf-8': {
    level: 'error',
    title: 'A file is UTF-8',
    why: 'Words in another encoding would be read as other words, and differently by each program.',
  },
  'schema/too-long': {
    level: 'error',
    title: 'A file is no longer than 64 MiB',
    why: 'No annex is: a longer file is a mistake, or meant to stop the program.',
  },
  'schema/too-deep': {
    level: 'error',
    title: 'Collections nest no deeper than 64',
    why: 'No kind of file needs that: a bracket was lost, or the file is meant to stop the program.',
    good,
    bad: { yaml: '['.repeat(70), line: 1, column: 65 },
  },
  'schema/empty': {
    level: 'error',
    title: 'A file holds something',
    why: 'An empty file under annexes/ is a file that was lost.',
    good,
    bad: { yaml: '# nothing yet\n', line: 1, column: 1 },
  },
  'schema/yaml': {
    level: 'error',
    title: 'A file is YAML 1.2',
    why: 'What is not YAML each program would read in its own way, or not at all.',
    good,
    bad: { yaml: 'document: list\ntitle:\n\ten: List\nentries: []\n', line: 3, column: 1 },
  },
  'schema/csv': {
    level: 'error',
    title: 'A list of Parties in CSV is CSV',
    why: 'A field whose quotation mark is never closed would swallow all the rows behind it.',
  },
  'schema/several-documents': {
    level: 'error',
    title: 'A file holds one YAML document',
    why: 'What stands behind a line --- most programs never read. Scenario files alone may hold several.',
    good,
    bad: { yaml: `${LIST}---\n${LIST}`, line: 4, column: 1 },
  },
  'schema/duplicate-key': {
    level: 'error',
    title: 'A key stands once in a mapping',
    why: 'Of two values under one key each program takes the one it likes.',
    good,
    bad: { yaml: `${LIST}document: other\n`, line: 4, column: 1 },
  },
  'schema/key-not-a-string': {
    level: 'error',
    title: 'A key is a plain word',
    why: 'YAML allows lists and mappings as keys; no kind of file here has any.',
    good,
    bad: { yaml: `${LIST}? [a]\n: b\n`, line: 4, column: 3 },
  },
  'schema/alias': {
    level: 'error',
    title: 'No anchors and no aliases',
    why: 'Words written once and meant twice change in two places when one is edited, and a diff shows one of them.',
    good,
    bad: { yaml: 'document: list\ntitle: &title {en: List}\nentries: []\n', line: 2, column: 15 },
  },
  'schema/unknown-tag': {
    level: 'error',
    title: 'No tags of other programs',
    why: 'A tag tells a program to make something else of a value than it says.',
    good,
    bad: { yaml: 'document: !other list\ntitle: {en: List}\nentries: []\n', line: 1, column: 11 },
  },
  'schema/missing-key': {
    level: 'error',
    title: 'What is required is there',
    why: 'The schema names the keys without which a file of the kind says nothing.',
    good,
    bad: { yaml: 'document: list\nentries: []\n', line: 1, column: 1 },
  },
  'schema/unknown-key': {
    level: 'error',
    title: 'Every key is known',
    why: 'A key that no program reads is a misspelt one, and what stands under it is lost.',
    good: { yaml: entry('    note: A remark.\n') },
    bad: { yaml: entry('    notes: A remark.\n'), line: 6, column: 5 },
  },
  'schema/wrong-type': {
    level: 'error',
    title: 'A value is of the type asked for',
    why: 'A number without quotes is read as a quantity: 15 and 15.0 are the same, "15" and "15.0" are not.',
    good: { yaml: entry('    number: "15"\n') },
    bad: { yaml: entry('    number: 15\n'), line: 6, column: 13 },
  },
  'schema/form': {
    level: 'error',
    title: 'A value has the form asked for',
    why: 'Ids, numbers, codes and languages have a form that keeps them safe in paths, branches and links.',
    good: { yaml: entry('    number: "15 bis"\n') },
    bad: { yaml: entry('    number: "no. 15"\n'), line: 6, column: 13 },
  },
  'schema/day': {
    level: 'error',
    title: 'A day is a day of the calendar',
    why: 'Periods are counted from it: year, month and day, and one that there is.',
    good: { yaml: entry('    facts: {inForce: 2032-02-29}\n') },
    bad: { yaml: entry('    facts: {inForce: 2031-02-29}\n'), line: 6, column: 22 },
  },
  'schema/value': {
    level: 'error',
    title: 'A value is one of those allowed',
    why: 'Where the law knows a few kinds, the data names one of them, in its own words.',
    good: { yaml: entry('    facts: {scope: regional}\n') },
    bad: { yaml: entry('    facts: {scope: local}\n'), line: 6, column: 20 },
  },
  'schema/nothing-in-it': {
    level: 'error',
    title: 'A key that is there holds something',
    why: 'An empty list or text says less than leaving the key out, and reads as if something were lost.',
    good,
    bad: { yaml: 'document: list\ntitle: {}\nentries: []\n', line: 2, column: 8 },
  },
  'schema/item-twice': {
    level: 'error',
    title: 'A list of different things holds none twice',
    why: 'A code or an id that stands twice was meant to be two.',
    good: { yaml: entry('    formerly: [two, three]\n') },
    bad: { yaml: entry('    formerly: [two, two]\n'), line: 6, column: 15 },
  },
  'schema/invalid': {
    level: 'error',
    title: 'A file is as its schema says',
    why: 'The schema asks for something that no other rule here names; the hint says where in the schema it stands.',
  },
  'schema/missing': {
    level: 'error',
    title: 'A file that is needed is there',
    why: 'A document or a proposal that is spoken of has its file; it may stand on another branch. The Convention’s three documents are there wherever a register of its Parties is, and a proposal wherever its events are.',
  },
  'schema/unexpected-file': {
    level: 'error',
    title: 'A file under annexes/ lies where files of its kind are read',
    why: 'An event in a folder whose name is misspelt, or a document in a folder of its own, looks recorded and counts for nothing. Files that are no YAML and no JSON may lie there, and those whose names begin with a dot.',
  },
  'schema/file-name': {
    level: 'error',
    title: 'A document and a proposal are named as their files are',
    why: 'They are found by their paths. Where the file says another name, what is read as one document would be changed as another.',
  },
  'schema/event-file-name': {
    level: 'warning',
    title: 'The name of an event’s file says what is in it',
    why: 'The event counts by what the file holds; whoever reads the list of files reads the day, the kind and the Party in its name. Where they differ, one of the two is a slip.',
  },
})
