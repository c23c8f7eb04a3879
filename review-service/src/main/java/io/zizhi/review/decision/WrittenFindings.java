package io.zizhi.review.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Converts findings to one text, to be encrypted as a whole. */
final class WrittenFindings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WrittenFindings() {}

    static String write(List<Finding> findings) {
        try {
            return JSON.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Findings cannot be written", impossible);
        }
    }

    static List<Finding> read(String findings) {
        try {
            return List.of(JSON.readValue(findings, Finding[].class));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("Findings cannot be read", corrupt);
        }
    }
}
