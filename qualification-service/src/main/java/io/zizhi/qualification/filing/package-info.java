/**
 * What applicants do with qualifications and letters until the desk decides: draft, check, submit, withdraw, urge, amend,
 * delete. Each act is one use case.
 */
@NullMarked
package io.zizhi.qualification.filing;

import org.jspecify.annotations.NullMarked;
