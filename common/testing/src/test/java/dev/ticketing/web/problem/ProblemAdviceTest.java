package dev.ticketing.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.context.request.ServletWebRequest;

class ProblemAdviceTest {

    private static final List<ObjectError> IN_ORDER = List.of(
            new FieldError("seat", "title", "title is blank"),
            new FieldError("seat", "title", "title is too short"),
            new FieldError("seat", "parts[1].row", "row is missing"),
            new FieldError("seat", "price", "a price is missing"),
            new ObjectError("seat", "a seat needs more"));

    private final ProblemAdvice advice = new ProblemAdvice(Tracer.NOOP);

    record Seat(String title, List<String> parts, Integer price) {}

    void offer(Seat seat) {}

    static Stream<List<ObjectError>> orders() {
        return IntStream.range(0, IN_ORDER.size())
                .boxed()
                .flatMap(start -> Stream.of(rotated(start), rotated(start).reversed()));
    }

    private static List<ObjectError> rotated(int start) {
        return IntStream.range(0, IN_ORDER.size())
                .mapToObj(i -> IN_ORDER.get((start + i) % IN_ORDER.size()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void messagesComeInTheOrderOfTheFields(List<ObjectError> found) throws Exception {
        var result = new BeanPropertyBindingResult(new Seat(null, null, null), "seat");
        found.forEach(result::addError);
        var parameter = new MethodParameter(getClass().getDeclaredMethod("offer", Seat.class), 0);

        var answer = advice.handleMethodArgumentNotValid(
                new MethodArgumentNotValidException(parameter, result),
                HttpHeaders.EMPTY,
                HttpStatus.BAD_REQUEST,
                new ServletWebRequest(new MockHttpServletRequest()));

        var errors =
                (List<?>) ((ProblemDetail) answer.getBody()).getProperties().get(Problems.ERRORS);
        assertThat(errors)
                .extracting("message")
                .containsExactlyElementsOf(
                        IN_ORDER.stream().map(ObjectError::getDefaultMessage).toList());
    }
}
