/**
 * Applicants' operations on qualifications and letters until the decision: draft, check, submit, withdraw, urge, amend,
 * delete. Each operation is one use case.
 */
@NullMarked
package io.zizhi.qualification.filing;

import org.jspecify.annotations.NullMarked;
