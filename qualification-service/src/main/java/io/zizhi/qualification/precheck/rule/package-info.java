/**
 * The pre-check rules for forms, one class each, in one part per subject. They are found as beans and never referenced
 * by name.
 */
@NullMarked
package io.zizhi.qualification.precheck.rule;

import org.jspecify.annotations.NullMarked;
