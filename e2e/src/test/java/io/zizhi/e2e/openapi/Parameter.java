package io.zizhi.e2e.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parameter of an operation.
 *
 * @param name as in the document
 * @param in {@code path}, {@code query} or {@code header}
 * @param schema with references resolved
 */
public record Parameter(String name, String in, JsonNode schema) {}
