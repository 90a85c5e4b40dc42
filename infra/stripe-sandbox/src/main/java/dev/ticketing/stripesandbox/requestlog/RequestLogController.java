package dev.ticketing.stripesandbox.requestlog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the calls. */
@RestController
class RequestLogController {

    private final RequestLog requests;

    RequestLogController(RequestLog requests) {
        this.requests = requests;
    }

    @GetMapping("/_sandbox/requests")
    List<RequestLog.Call> requests() {
        return requests.all();
    }
}
