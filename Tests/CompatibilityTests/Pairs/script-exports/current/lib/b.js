function go() {}
function stay() {}
exports.stay = stay
