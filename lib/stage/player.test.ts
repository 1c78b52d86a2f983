import { describe, expect, it } from 'vitest';
import { playerAddress, playerOf, watchAddress } from './player.ts';

const youtube = { provider: 'youtube', id: '1G4isv_Fylg' } as const;
const vimeo = { provider: 'vimeo', id: '76979871' } as const;

describe('the film at an address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=1G4isv_Fylg&t=3', youtube],
    ['https://youtu.be/1G4isv_Fylg', youtube],
    ['https://www.youtube-nocookie.com/embed/1G4isv_Fylg', youtube],
    ['https://vimeo.com/76979871', vimeo],
    ['https://player.vimeo.com/video/76979871?h=1', vimeo],
    ['https://www.youtube.com/watch?v=short', null],
    ['https://youtube.com.evil.example/watch?v=1G4isv_Fylg', null],
    ['https://vimeo.com/about', null],
    ['javascript:1G4isv_Fylg', null],
    ['1G4isv_Fylg', null],
  ])('%j is %j', (address, player) => {
    expect(playerOf(address)).toEqual(player);
  });

  it.each([youtube, vimeo])('%j is found again at its own addresses', (player) => {
    expect(playerOf(watchAddress(player))).toEqual(player);
    expect(playerOf(playerAddress(player))).toEqual(player);
  });
});
