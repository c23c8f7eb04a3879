@NullMarked
package io.zizhi.qualification.companyauth.provider;

import org.jspecify.annotations.NullMarked;
