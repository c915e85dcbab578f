function go() {}
function stay() {}
module.exports = { go, stay }
