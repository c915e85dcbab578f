[V3ApiController("calendar")]
public class CalendarController : Controller
{
    [HttpGet("movie")]
    public List<A> Get() { }
    [HttpPost("monitor")]
    public A Put() { }
}
