package io.zizhi.bench.specimen;

import java.util.Map;

/**
 * A picture and what it says.
 *
 * @param fields values by field, such as {@code idNumber}. Dates are ISO 8601; a long-term validity ends 2099-12-31
 * @param jpeg the degraded picture
 */
@SuppressWarnings("ArrayRecordComponent") // Only passed on; never compared.
public record Specimen(SpecimenKind kind, Degradation degradation, Map<String, String> fields, byte[] jpeg) {}
