/**
 * Applicants' operations on a qualification before its submission and after its decision: draft, edit, reuse, discard
 * an amendment, delete.
 */
@NullMarked
package io.zizhi.qualification.filing.draft;

import org.jspecify.annotations.NullMarked;
