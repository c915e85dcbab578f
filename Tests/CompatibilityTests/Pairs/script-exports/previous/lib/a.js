export function parse(text) { return text }
export const limit = 3
function inner() {}
class Reader { read() {} }
export { Reader }
