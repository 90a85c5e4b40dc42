package dev.ticketing.web.input;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * Binds only parameters that the record of a form names: no property paths, such as {@code q[0]} or {@code q.x}, and no
 * headers of the same name.
 */
@ControllerAdvice
public class StrictBinding {

    @InitBinder
    void onlyNamedParameters(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
        if (binder instanceof ExtendedServletRequestDataBinder servlet) {
            servlet.setHeaderPredicate(header -> false);
        }
    }
}
