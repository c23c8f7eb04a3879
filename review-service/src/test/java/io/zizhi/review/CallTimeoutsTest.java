package io.zizhi.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.zizhi.review.casefile.Submissions;
import io.zizhi.review.casefile.evidence.IdenticalDocuments;
import io.zizhi.review.casefile.unmasking.PlainValues;
import io.zizhi.review.decision.foureyes.SubmittedContent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of other services, most of which may take longer in component tests. */
class CallTimeoutsTest {

    @ParameterizedTest
    @ValueSource(classes = {Submissions.class, IdenticalDocuments.class, PlainValues.class, SubmittedContent.class})
    void each_call_times_out_after_two_seconds(Class<?> calls) {
        assertThat(calls.getDeclaredMethods())
                .filteredOn(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Uni.class)
                .isNotEmpty()
                .allSatisfy(call -> assertThat(timeout(call)).isEqualTo(Duration.ofSeconds(2)));
    }

    private static Duration timeout(Method call) {
        Timeout timeout = call.isAnnotationPresent(Timeout.class)
                ? call.getAnnotation(Timeout.class)
                : call.getDeclaringClass().getAnnotation(Timeout.class);
        assertThat(timeout).as("%s has a time-out", call).isNotNull();
        return Duration.of(timeout.value(), timeout.unit());
    }
}
