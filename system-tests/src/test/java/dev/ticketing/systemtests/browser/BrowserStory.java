package dev.ticketing.systemtests.browser;

import dev.ticketing.systemtests.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A story in a real browser, in every {@link Window}. */
@ParameterizedClass
@EnumSource(Window.class)
abstract class BrowserStory extends Story {

    static final String GOOD_CARD = "4242 4242 4242 4242";
    static final String DECLINED_CARD = "4000 0000 0000 0002";
    static final String CARD_WITH_3D_SECURE = "4000 0027 6000 3184";

    @Parameter
    Window window;

    private final List<Visitor> visitors = new ArrayList<>();

    /** A person with a browser of their own. */
    Visitor visitor() {
        var visitor =
                new Visitor(frontDoor(), window, Texts.of(suite().options().home(), window.locale()));
        visitors.add(visitor);
        return visitor;
    }

    @AfterEach
    void closeBrowsers() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }
}
