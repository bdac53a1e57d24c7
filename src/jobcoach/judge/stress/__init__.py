"""Stress testing: small random inputs, a submission beside a reference, the first difference made small.

drafts ── mutations ── shrinking   inputs as rows of words, changed at random, then cut down
contest                            which of many inputs the submission fails first
search                             rounds of both, until one is found or enough was tried
"""
