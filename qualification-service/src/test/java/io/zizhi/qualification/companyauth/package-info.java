@NullMarked
package io.zizhi.qualification.companyauth;

import org.jspecify.annotations.NullMarked;
