import { noteFailedSignIn } from '@/lib/auth/failed-sign-in';

noteFailedSignIn({ way: 'password', reason: 'wrong', address: '203.0.113.7' });
noteFailedSignIn({ way: 'code', reason: 'throttled', address: '2001:db8::7' });
noteFailedSignIn({ way: 'provider', reason: 'unverified', address: '203.0.113.9' });
noteFailedSignIn({ way: 'password', reason: 'busy', address: '203.0.113.9' });
