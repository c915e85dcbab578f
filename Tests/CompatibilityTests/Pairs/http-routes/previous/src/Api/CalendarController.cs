[V3ApiController("calendar")]
public class CalendarController : Controller
{
    [HttpGet("series")]
    public List<A> Get() { }
    // [HttpGet("not")]
    [HttpPut("monitor")]
    public A Put() { }
}
