package dev.ticketing.stripesandbox;

import com.stripe.service.PaymentIntentService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the sandbox and empties it before each test. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class SandboxTest {

    @Value("${local.server.port}")
    protected int port;

    protected Sandbox sandbox;
    protected PaymentIntentService intents;

    @BeforeEach
    void emptySandbox() {
        sandbox = Sandbox.emptyAt(port);
        intents = sandbox.stripe().v1().paymentIntents();
    }
}
