pub struct Buffer {
    pub area: Rect,
    pub content: Vec<Cell>,
}
pub enum Kind { Fixed, Fullscreen }
impl Buffer {
    pub fn new(area: Rect, cell: Cell) -> Self { todo!() }
    pub(crate) fn get(&self, x: u16) -> &Cell { todo!() }
}
pub trait Widget {
    fn render(self, area: Rect, buf: &mut Buffer);
}
