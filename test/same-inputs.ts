import fc from 'fast-check'

// Properties take new inputs each time they are tried; PROPERTY_SEED sets them, so that where many look at one run, a red
// one is the change's. A property that fails says its seed.
const { PROPERTY_SEED } = process.env
if (PROPERTY_SEED !== undefined) fc.configureGlobal({ seed: Number(PROPERTY_SEED) })
