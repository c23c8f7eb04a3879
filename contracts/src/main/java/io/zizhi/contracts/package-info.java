/**
 * The events that the services of Zizhi exchange, and their topics.
 *
 * <p>One record per event, named in the past participle; one sealed interface per topic. An event carries ids, states,
 * codes, JSON pointers and names of companies and qualifications, never personal data (name, id or phone of a natural
 * person). An additive change keeps the version of a type; a breaking change starts {@code .v2}.
 */
@NullMarked
package io.zizhi.contracts;

import org.jspecify.annotations.NullMarked;
