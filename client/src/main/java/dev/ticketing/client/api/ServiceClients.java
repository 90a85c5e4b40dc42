package dev.ticketing.client.api;

import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ApiSettings;
import dev.ticketing.client.api.http.Service;
import dev.ticketing.client.api.http.ServiceCall;
import dev.ticketing.client.api.selling.ContentApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP client per service, over shared keep-alive connections; every error becomes an exception of this package.
 */
@Configuration(proxyBeanMethods = false)
class ServiceClients {

    private final ObjectProvider<RestClient.Builder> builders;
    private final ApiSettings settings;
    private final JsonMapper json;

    ServiceClients(ObjectProvider<RestClient.Builder> builders, ApiSettings settings, JsonMapper json) {
        this.builders = builders;
        this.settings = settings;
        this.json = json;
    }

    /** Disables the upgrade to HTTP/2, which the JDK offers on every plain connection. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }

    @Bean
    AuthApi authApi() {
        return new AuthApi(client(Service.AUTH));
    }

    @Bean
    TicketsApi ticketsApi() {
        return new TicketsApi(client(Service.TICKETS));
    }

    @Bean
    OrdersApi ordersApi() {
        return new OrdersApi(client(Service.ORDERS));
    }

    @Bean
    PaymentsApi paymentsApi(Clock clock) {
        return new PaymentsApi(client(Service.PAYMENTS), clock);
    }

    @Bean
    ContentApi contentApi() {
        return new ContentApi(client(Service.TICKETS));
    }

    @Bean
    EventsApi eventsApi() {
        return new EventsApi(client(Service.TICKETS));
    }

    @Bean
    SandboxCards sandboxCards() {
        return new SandboxCards(
                settings.stripeSandbox().map(address -> builder(address).build()), json);
    }

    private RestClient client(Service service) {
        return builder(settings.address(service))
                .requestInterceptor(new ServiceCall(service))
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {
                    throw problem(answer);
                })
                .build();
    }

    private RestClient.Builder builder(URI address) {
        return builders.getObject().baseUrl(address);
    }

    private record ProblemBody(
            String code, String declineCode, String title, String detail, List<ApiProblem.Error> errors) {}

    private ApiProblem problem(ClientHttpResponse answer) throws IOException {
        var status = answer.getStatusCode();
        try {
            var body = json.readValue(answer.getBody(), ProblemBody.class);
            return new ApiProblem(
                    status,
                    body.code() == null ? "unknown" : body.code(),
                    body.declineCode(),
                    body.detail() == null ? body.title() : body.detail(),
                    body.errors() == null ? List.of() : body.errors());
        } catch (JacksonException e) {
            return new ApiProblem(status, "unknown", "status " + status.value() + " without a problem", List.of());
        }
    }
}
