package dev.ticketing.web.problem;

import dev.ticketing.web.filter.SafeAnswersFilter;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Tomcat's own refusals, such as of a malformed request line, become a problem and a line in the log like all others.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (open.get()) {
            answer(request.getRequestURI(), response);
        }
    }

    private static void answer(String path, Response response) {
        if (response.getStatus() > SERVER_ERROR) {
            response.setStatus(
                    BAD_REQUEST); // a version or an encoding that Tomcat does not support is the client's mistake
        }
        var status = HttpStatusCode.valueOf(response.getStatus());
        var problem = Problems.plain(status, path);
        log.info(
                "refused status={} path={} traceId={}",
                status.value(),
                problem.getInstance(),
                Problems.property(problem, Problems.TRACE_ID));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", SafeAnswersFilter.NO_PAGE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("utf-8");
        try (var body = response.getReporter()) {
            if (body != null) {
                body.write(Problems.json(problem));
                body.flush();
                response.finishResponse();
            }
        } catch (IOException e) {
            log.debug("the client has gone", e);
        }
    }
}
