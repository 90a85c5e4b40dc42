package dev.ticketing.client.web.site;

import dev.ticketing.web.problem.Problems;
import dev.ticketing.web.problem.TraceIds;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * A plain page of ours, and a line in the log, for requests without a regular page: those that Jetty cannot read, and
 * errors of the error page itself.
 */
final class JettyRefusals {

    private static final Logger log = LoggerFactory.getLogger(JettyRefusals.class);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
            <meta name="color-scheme" content="light dark"><title>We did not understand that</title>\
            <h1>We did not understand that</h1><p>Please go back and try again.</p><p><a href="/">Go to the tickets</a></p>
            """;

    private JettyRefusals() {}

    static void install(JettyServletWebServerFactory jetty) {
        jetty.addServerCustomizers(server -> server.setErrorHandler(new BeforePages()));
        jetty.addConfigurations(new Beside());
    }

    private static void answer(Request request, Response response, int status, Callback callback) {
        // a version or an encoding that Jetty does not support is the client's mistake
        var told = status > SERVER_ERROR ? BAD_REQUEST : status;
        log.info("refused status={} method={} traceId={}", told, request.getMethod(), TraceIds.random());
        response.setStatus(told);
        var headers = response.getHeaders();
        var path = request.getHttpURI().getPath();
        var isOfApi = ErrorPages.isOfApi(path);
        headers.put(
                HttpHeader.CONTENT_TYPE,
                isOfApi ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=utf-8");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(ContentSecurityPolicy.HEADER, "default-src 'none'; frame-ancestors 'none'");
        var body = isOfApi ? Problems.json(Problems.plain(HttpStatusCode.valueOf(told), path)) : PAGE;
        Content.Sink.write(response, true, body, callback);
    }

    private static final class BeforePages extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            answer(request, response, response.getStatus(), callback);
            return true;
        }
    }

    /** Comes after the configuration by which Spring Boot sets its own handler. */
    private static final class Beside extends AbstractConfiguration {

        Beside() {
            super(new Builder());
        }

        @Override
        public void configure(WebAppContext context) {
            var handler = new BesidePages();
            if (context.getErrorHandler() instanceof ErrorPageErrorHandler known) {
                handler.setErrorPages(known.getErrorPages());
            }
            context.setErrorHandler(handler);
        }
    }

    private static final class BesidePages extends ErrorPageErrorHandler {

        @Override
        public boolean errorPageForMethod(String method) {
            return true;
        }

        @Override
        protected void generateResponse(
                Request request, Response response, int status, String message, Throwable cause, Callback callback) {
            answer(request, response, status, callback);
        }
    }
}
