export function parse(text) { return text }
function limit() {}
function inner() {}
class Reader { read() {} close() {} }
export { Reader as Reader }
