package dev.ticketing.stripesandbox.fault;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Takes the fault for a call, if any, and runs its parts before and after the operation. */
public final class FaultFilter extends OncePerRequestFilter {

    private final Faults faults;

    public FaultFilter(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var fault = faults.take(request);
        request.setAttribute(Fault.ATTRIBUTE, fault);
        if (fault.drop() == Fault.Drop.BEFORE) {
            ConnectionDrop.on(request);
            return;
        }
        var buffer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, buffer);
        fault.delayAfter();
        if (fault.drop() == Fault.Drop.AFTER) {
            ConnectionDrop.on(request);
            return;
        }
        buffer.copyBodyToResponse();
    }
}
