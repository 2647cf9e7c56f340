import { type EventOnFile, inOrderOfRecord } from '../../files/index.ts'
import { type RectifiedEvents, rectifiedEvents } from '../../law/index.ts'

/**
 * Returns the events of a proposal as rectified, in the order of the record. Every command reads events through this function, so
 * that a slip counts nowhere after its rectification.
 * @param files every event file of one proposal
 */
export function eventsAsRectified(files: readonly EventOnFile[]): RectifiedEvents {
  const { events, ...rest } = rectifiedEvents([...files].sort(inOrderOfRecord))
  const onFile = events.map((data) => ({ file: data.file ?? '', data }))
  return { ...rest, events: onFile.sort(inOrderOfRecord).map(({ data }) => data) }
}
