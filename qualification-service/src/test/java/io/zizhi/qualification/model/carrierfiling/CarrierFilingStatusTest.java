package io.zizhi.qualification.model.carrierfiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarrierFilingStatusTest {

    @ParameterizedTest
    @EnumSource
    void allows_only_listed_transitions(CarrierFilingStatus from) {
        Set<CarrierFilingStatus> expected = switch (from) {
            case PENDING -> EnumSet.of(CarrierFilingStatus.FILED, CarrierFilingStatus.CANCELLED);
            case FILED ->
                EnumSet.of(CarrierFilingStatus.ACCEPTED, CarrierFilingStatus.REJECTED, CarrierFilingStatus.CANCELLED);
            case ACCEPTED -> EnumSet.of(CarrierFilingStatus.CANCELLED);
            case REJECTED, CANCELLED -> EnumSet.noneOf(CarrierFilingStatus.class);
        };
        for (CarrierFilingStatus to : CarrierFilingStatus.values()) {
            assertThat(from.canMoveTo(to)).as("%s to %s", from, to).isEqualTo(expected.contains(to));
        }
    }
}
