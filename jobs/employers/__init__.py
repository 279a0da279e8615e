"""Employers, their establishments and members, and their verification."""
