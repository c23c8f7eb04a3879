package io.zizhi.qualification.peer.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The verified numbers of a {@link PhoneSearch}.
 *
 * @param verified verified numbers by position in the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhonesFound(List<Found> verified) {

    /**
     * A verified number.
     *
     * @param position position in the question, starting at 0
     * @param verificationId the verification that proves it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Found(int position, String verificationId) {}
}
