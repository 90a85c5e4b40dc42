package dev.ticketing.client.web.info;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Help, terms, privacy and imprint: templates with the operator's details, to be checked by the operator. */
@Controller
@EnableConfigurationProperties(Operator.class)
class InfoController {

    private final Operator operator;

    InfoController(Operator operator) {
        this.operator = operator;
    }

    @GetMapping("/help")
    ModelAndView help() {
        return page("info/help");
    }

    @GetMapping("/terms")
    ModelAndView terms() {
        return page("info/terms");
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return page("info/privacy");
    }

    @GetMapping("/imprint")
    ModelAndView imprint() {
        return page("info/imprint");
    }

    private ModelAndView page(String template) {
        return new ModelAndView(template, "operator", operator);
    }
}
