package io.zizhi.qualification.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The numbers that are verified.
 *
 * @param verified by their place in the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhonesFound(List<Found> verified) {

    /**
     * One number.
     *
     * @param position its place in the question, from 0
     * @param verificationId the verification that proves it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Found(int position, String verificationId) {}
}
