/**
 * Read-only views for applicants: lists, counts and exports of qualifications, the history of a qualification, and
 * differences between its revisions.
 */
@NullMarked
package io.zizhi.qualification.catalogue;

import org.jspecify.annotations.NullMarked;
