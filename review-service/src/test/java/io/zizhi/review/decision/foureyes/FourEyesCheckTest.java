package io.zizhi.review.decision.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.DeskSettings;
import io.zizhi.review.peer.QualificationService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decides on a second reviewer from the earlier decisions and from the content that qualification-service stores. */
class FourEyesCheckTest {

    private static final long WORK_ORDER = 20;

    private static final EarlierDecision QUALIFICATION = new EarlierDecision(ReviewSubject.QUALIFICATION, 10, 3);
    private static final EarlierDecision LETTER = new EarlierDecision(ReviewSubject.LETTER, 10, 3);

    private final Submissions submissions = new Submissions();

    @Test
    void treats_a_contradiction_with_unchanged_content_as_overturn() {
        submissions.put("20 since 3", "{'changes':[{'pointer':'/consent/noticeVersion'}]}");

        assertThat(isNeeded(QUALIFICATION)).isTrue();
        assertThat(submissions.read).containsExactly("20 since 3");
    }

    @Test
    void ignores_changed_content() {
        submissions.put("20 since 3", "{'changes':[{'pointer':'/company/name'}]}");

        assertThat(isNeeded(QUALIFICATION)).isFalse();
    }

    @Test
    void treats_a_corrected_letter_as_a_change() {
        submissions.put("20 since 3", "{'changes':[],'letter':{'changes':[{'pointer':'/name'}]}}");

        assertThat(isNeeded(QUALIFICATION)).isFalse();
    }

    @Test
    void compares_a_letter_with_the_submission_decided_before() {
        submissions.put("letter 10", "{'workOrder':10,'name':'示例授权'}");
        submissions.put("letter 20", "{'workOrder':20,'name':'示例授权'}");
        assertThat(isNeeded(LETTER)).isTrue();

        submissions.put("letter 20", "{'workOrder':20,'name':'更正授权'}");
        assertThat(isNeeded(LETTER)).isFalse();
    }

    @Test
    void compares_the_letter_of_a_changed_qualification() {
        submissions.put("20 since 3", "{'changes':[{'pointer':'/company/name'}]}");
        submissions.put("letter 10", "{'name':'示例授权'}");
        submissions.put("letter 20", "{'name':'示例授权'}");

        assertThat(isNeeded(QUALIFICATION, LETTER)).isTrue();
    }

    @Test
    void needs_a_second_reviewer_when_the_comparison_fails() {
        assertThat(isNeeded(QUALIFICATION)).isTrue();
        assertThat(isNeeded(LETTER)).isTrue();
    }

    @Test
    void compares_only_what_is_in_doubt() {
        assertThat(isNeeded()).isFalse();
        assertThat(isNeeded(Doubt.CERTAIN)).isTrue();
        assertThat(submissions.read).isEmpty();
    }

    private boolean isNeeded(EarlierDecision... contradicted) {
        return isNeeded(new Doubt(false, List.of(contradicted)));
    }

    private boolean isNeeded(Doubt doubt) {
        FourEyesPolicy policy =
                new FourEyesPolicy(DeskSettings.with(Map.of("zizhi.review.four-eyes.overturns", "true")));
        FindDoubt known = new FindDoubt(policy, new EarlierDecisionRepository()) {
            @Override
            public Uni<Doubt> find(long workOrder, ReviewOutcome outcome, @Nullable ReviewOutcome letterOutcome) {
                return Uni.createFrom().item(doubt);
            }
        };
        return new FourEyesCheck(policy, known, new SubmittedContent(submissions))
                .isNeeded(WORK_ORDER, ReviewOutcome.APPROVED, null)
                .await()
                .indefinitely();
    }

    /** The stored submissions. Fails for those that a test does not put there, as the service does when it is down. */
    private static final class Submissions implements QualificationService {

        final List<String> read = new ArrayList<>();

        private final Map<String, JsonNode> stored = new HashMap<>();

        void put(String what, String json) {
            try {
                stored.put(what, new ObjectMapper().readTree(json.replace('\'', '"')));
            } catch (JsonProcessingException wrong) {
                throw new IllegalArgumentException(wrong);
            }
        }

        @Override
        public Uni<JsonNode> difference(long workOrder, @Nullable String from) {
            return read(workOrder + " since " + from);
        }

        @Override
        public Uni<JsonNode> letterSubmission(long workOrder) {
            return read("letter " + workOrder);
        }

        @Override
        public Uni<JsonNode> submission(long workOrder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<JsonNode> related(long workOrder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<JsonNode> letterDifference(long workOrder, @Nullable String from) {
            throw new UnsupportedOperationException();
        }

        private Uni<JsonNode> read(String what) {
            read.add(what);
            JsonNode found = stored.get(what);
            return found == null
                    ? Uni.createFrom().failure(new IllegalStateException("down"))
                    : Uni.createFrom().item(found);
        }
    }
}
