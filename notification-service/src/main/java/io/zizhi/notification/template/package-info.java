/**
 * The texts of all messages, as versioned data, and the language in which an account gets them. Operators write a
 * version as a draft, look at its size and send it to a phone of their own. Two of them publish it: one requests it,
 * another confirms. Messages are made only from published versions, except for test messages.
 *
 * <pre>
 *   DRAFT ──publish──▶ PUBLISHED ──another version is published──▶ EARLIER ──publish──▶ PUBLISHED
 * </pre>
 */
@NullMarked
package io.zizhi.notification.template;

import org.jspecify.annotations.NullMarked;
