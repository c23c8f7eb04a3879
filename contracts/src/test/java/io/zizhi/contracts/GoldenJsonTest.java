package io.zizhi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards the published format: old events stay readable and the format does not change by accident. */
class GoldenJsonTest {

    @ParameterizedTest
    @EnumSource
    void writes_event_as_in_golden_file(EventType type) throws IOException {
        String written = Golden.JSON.writeValueAsString(Samples.of(type));
        assertThat(Golden.JSON.readTree(written)).isEqualTo(Golden.json(type));
    }

    @ParameterizedTest
    @EnumSource
    void reads_golden_file_as_event(EventType type) throws IOException {
        assertThat(Golden.JSON.treeToValue(Golden.json(type), type.eventClass()))
                .isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @EnumSource
    void ignores_fields_added_by_newer_producer(EventType type) throws IOException {
        ObjectNode newer = Golden.json(type);
        newer.put("addedLater", "x");
        newer.putObject("addedObject").put("more", 1);
        assertThat(Golden.JSON.treeToValue(newer, type.eventClass())).isEqualTo(Samples.of(type));
    }

    @Test
    void reads_submission_without_person_accounts() throws IOException {
        ObjectNode older = Golden.json(EventType.QUALIFICATION_SUBMITTED);
        older.remove("personAccounts");
        assertThat(Golden.JSON.treeToValue(older, QualificationSubmitted.class).personAccounts())
                .isEmpty();
    }

    @Test
    void reads_carrier_filing_without_refiled_one() throws IOException {
        ObjectNode older = Golden.json(EventType.CARRIER_FILING_REQUESTED);
        older.remove("refiles");
        assertThat(Golden.JSON.treeToValue(older, CarrierFilingRequested.class).refiles())
                .isNull();
    }
}
