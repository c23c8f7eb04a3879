/**
 * Limits on how many different documents, submissions and accounts each member of staff sees per hour and day, and on all
 * views of documents per hour, with alerts before that. Every view needs a live claim already; the limits stop a person who claims reviews only to copy
 * their data.
 *
 * <pre>
 *   NORMAL ---- views ----> UNUSUAL ---- views ----> LIMITED
 *     ^                        |                        |
 *     +---- views leave the window, or a supervisor ----+
 * </pre>
 *
 * <p>Views of documents are counted when document-service asks for the claim, and unmasked fields when review-service
 * admits them, so one count in one database covers both, for all replicas.
 */
@NullMarked
package io.zizhi.review.viewing;

import org.jspecify.annotations.NullMarked;
